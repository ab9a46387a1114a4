"""pictures, drafts of sections, waiting imports"""

import sqlalchemy as sa
from alembic import op

revision = 'e14b17aefd91'
down_revision = '6ba00a97d9e3'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('profile_imports',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('source', sa.String(length=12), nullable=False),
    sa.Column('file_name', sa.String(length=255), nullable=False),
    sa.Column('found', sa.JSON(), nullable=False),
    sa.Column('choices', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_profile_imports_user_id_users'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', name=op.f('pk_profile_imports'))
    )
    op.create_table('section_drafts',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('section', sa.String(length=20), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.Column('base', sa.JSON(), nullable=False),
    sa.Column('form', sa.JSON(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_section_drafts_user_id_users'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', 'section', name=op.f('pk_section_drafts'))
    )
    with op.batch_alter_table('profiles', schema=None) as batch_op:
        batch_op.add_column(sa.Column('avatar_key', sa.String(length=80), nullable=False, server_default=''))



def downgrade() -> None:
    with op.batch_alter_table('profiles', schema=None) as batch_op:
        batch_op.drop_column('avatar_key')

    op.drop_table('section_drafts')
    op.drop_table('profile_imports')
